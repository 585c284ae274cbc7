"""Text can be read: the contrast that WCAG 2.2 asks at level AA, in light and in dark.

Contrast as in WCAG 2.2, success criterion 1.4.3: (L1 + 0.05) / (L2 + 0.05), with the relative
luminance of sRGB colours; 4.5 for text, 3 for large text (24 px, or 18.66 px bold).
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Opened

MEASURE = """
() => {
  const parse = (text) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const brush = canvas.getContext("2d", { willReadFrequently: true });
    brush.fillStyle = text;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
    return { r, g, b, a: a / 255 };
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.a > 0.99) return colour;
    }
    return { r: 255, g: 255, b: 255 };
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.nodeValue.trim();
    if (!text || element.closest("svg, script, [hidden], .skip, option")) continue;
    const style = getComputedStyle(element);
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    const [a, b] = [light(parse(style.color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) {
      const name = `${element.tagName}.${element.className}`;
      poor.push(`${name}: ${ratio.toFixed(2)} "${text.slice(0, 30)}"`);
    }
  }
  return poor;
}
"""
QUESTIONS = (
    "Waar waren de meeste voorstellingen in Duitsland belast aan de bron?",
    "steun",
    "Wat kost een olifant?",
)


def poor(page: Any) -> list[str]:
    found: list[str] = page.evaluate(MEASURE)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/documents",
        "/documents/land-nl",
        "/routes",
        "/check",
        "/about",
        "/coverage",
        "/docs",
        "/nowhere",
    ],
)
def test_pages(opened: Opened, address: str, scheme: str, path: str) -> None:
    # A page that is not there is a 404, which the browser reports; that is not a problem here.
    page = opened(f"{address}/about", color_scheme=scheme, reduced_motion="reduce")
    if path == "/nowhere":
        page.set_content(
            page.request.get(f"{address}{path}", headers={"Accept": "text/html"}).text()
        )
    else:
        page.goto(f"{address}{path}")
    assert poor(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_answers(opened: Opened, address: str, scheme: str, question: str) -> None:
    page = opened(address, color_scheme=scheme, reduced_motion="reduce")
    page.locator("#question").fill(question)
    page.locator("#question").press("Enter")
    page.locator(".answer-foot").wait_for()
    assert poor(page) == []
    if page.locator("a.node").count():
        page.locator("a.node").first.click()
        page.locator("#panel mark").first.wait_for()
        assert poor(page) == []
