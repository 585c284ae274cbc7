"""Calls into pdfium for many characters at once, without a step of Python between them.

``map`` over a bare function pointer costs a quarter of a microsecond a call, a tenth of what a
loop over the same functions in pypdfium2 costs. The functions take addresses, as C does: callers
keep the page open while they use them.
"""

from __future__ import annotations

import ctypes
import threading
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int
_FLOAT = ctypes.c_float

Floats = np.ndarray[Any, np.dtype[np.float64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Integers = np.ndarray[Any, np.dtype[np.int64]]


def _prototype(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, _ADDRESS).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_origin = _prototype(raw.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
_box = _prototype(raw.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
_tight_box = _prototype(
    raw.FPDFText_GetCharBox, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS
)
_matrix = _prototype(raw.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
_font_size = _prototype(raw.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT)
_text_object = _prototype(raw.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
_content_id = _prototype(raw.FPDFPageObj_GetMarkedContentID, _INT, _ADDRESS)
_font = _prototype(raw.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
_render_mode = _prototype(raw.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
_font_name = _prototype(
    raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _ADDRESS, _ADDRESS, ctypes.c_size_t
)
_font_weight = _prototype(raw.FPDFFont_GetWeight, _INT, _ADDRESS)
_font_flags = _prototype(raw.FPDFFont_GetFlags, _INT, _ADDRESS)
_page_object = _prototype(raw.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
_object_type = _prototype(raw.FPDFPageObj_GetType, _INT, _ADDRESS)
_bounds = _prototype(
    raw.FPDFPageObj_GetBounds, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS
)
_form_count = _prototype(raw.FPDFFormObj_CountObjects, _INT, _ADDRESS)
_form_object = _prototype(raw.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, ctypes.c_ulong)
_item_matrix = _prototype(raw.FPDFPageObj_GetMatrix, _INT, _ADDRESS, _ADDRESS)

_children = _prototype(raw.FPDF_StructElement_CountChildren, _INT, _ADDRESS)
_child = _prototype(raw.FPDF_StructElement_GetChildAtIndex, _ADDRESS, _ADDRESS, _INT)
_child_content = _prototype(raw.FPDF_StructElement_GetChildMarkedContentID, _INT, _ADDRESS, _INT)
_element_type = _prototype(
    raw.FPDF_StructElement_GetType, ctypes.c_ulong, _ADDRESS, _ADDRESS, ctypes.c_ulong
)

_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_SLANTED = ("italic", "oblique")
_ITALIC_FLAG = 64
_FORCE_BOLD_FLAG = 1 << 18
_FILL_AND_STROKE = 2
_BOLD_WEIGHT = 600
_DEEPEST_FORM = 8
"""How many forms inside one another are looked into."""


def address_of(handle: Any) -> int:
    """The address that a pypdfium2 object's ``raw`` points at; 0 for none."""
    return ctypes.cast(handle, _ADDRESS).value or 0


def _slots(count: int, width: int, size: int = 8) -> tuple[Any, list[range]]:
    """Room for ``count`` records of ``width`` numbers, and the addresses of each column."""
    kind = ctypes.c_double if size == 8 else _FLOAT
    room = (kind * (count * width))()
    base = ctypes.addressof(room)
    step = width * size
    columns = [
        range(base + column * size, base + column * size + count * step, step)
        for column in range(width)
    ]
    return room, columns


def origins(textpage: int, indices: Sequence[int]) -> Floats:
    """The points on the baseline where characters begin, one row ``(x, y)`` each."""
    room, (x, y) = _slots(len(indices), 2)
    deque(map(_origin, repeat(textpage), indices, x, y), maxlen=0)
    return np.frombuffer(room, dtype=np.float64).reshape(-1, 2)


def boxes(textpage: int, indices: Sequence[int]) -> Floats:
    """The boxes of characters with the room that their font gives them, one row
    ``(left, top, right, bottom)`` each."""
    room, columns = _slots(len(indices), 4, size=4)
    deque(map(_box, repeat(textpage), indices, columns[0]), maxlen=0)
    return np.frombuffer(room, dtype=np.float32).reshape(-1, 4).astype(np.float64)


def tight_boxes(textpage: int, indices: Sequence[int]) -> Floats:
    """The boxes around the ink of characters, one row ``(left, right, bottom, top)`` each: the only
    ones that hold for text that is set aslant."""
    room, columns = _slots(len(indices), 4)
    deque(map(_tight_box, repeat(textpage), indices, *columns), maxlen=0)
    return np.frombuffer(room, dtype=np.float64).reshape(-1, 4)


def matrices(textpage: int, indices: Sequence[int]) -> Floats:
    """The text matrices of characters, one row ``(a, b, c, d, e, f)`` each."""
    room, columns = _slots(len(indices), 6, size=4)
    deque(map(_matrix, repeat(textpage), indices, columns[0]), maxlen=0)
    return np.frombuffer(room, dtype=np.float32).reshape(-1, 6).astype(np.float64)


def font_sizes(textpage: int, indices: Sequence[int]) -> Floats:
    """Font sizes as the file states them, before any scaling."""
    return np.fromiter(map(_font_size, repeat(textpage), indices), np.float64, len(indices))


def text_objects(textpage: int, indices: Sequence[int]) -> list[int]:
    """The address of the text object that each character belongs to; 0 for none."""
    found = list(map(_text_object, repeat(textpage), indices))
    return found if all(found) else [one or 0 for one in found]


def content_ids(objects: Sequence[int]) -> list[int]:
    """The marked content id of each text object; -1 for none."""
    if all(objects):
        return list(map(_content_id, objects))
    return [_content_id(one) if one else -1 for one in objects]


def styles(objects: Sequence[int]) -> tuple[list[bool], list[bool]]:
    """Which of the text objects are set bold, and which italic."""
    there = [one for one in objects if one]
    fonts = dict(zip(there, map(_font, there), strict=True))
    known = {font or 0: _style(font or 0) for font in set(fonts.values())}
    struck = dict(zip(there, map(_render_mode, there), strict=True))
    own = {
        one: (known[font or 0][0] or struck[one] == _FILL_AND_STROKE, known[font or 0][1])
        for one, font in fonts.items()
    }
    own[0] = (False, False)
    found = [own[one] for one in objects]
    return [bold for bold, _ in found], [italic for _, italic in found]


def _style(font: int) -> tuple[bool, bool]:
    if not font:
        return False, False
    buffer = ctypes.create_string_buffer(256)
    _font_name(font, ctypes.addressof(buffer), 256)
    name = buffer.value.decode("utf-8", "replace").lower()
    flags = _font_flags(font)
    bold = (
        _font_weight(font) >= _BOLD_WEIGHT
        or bool(flags & _FORCE_BOLD_FLAG)
        or any(part in name for part in _HEAVY)
    )
    return bold, bool(flags & _ITALIC_FLAG) or any(part in name for part in _SLANTED)


def path_bounds(page: int, most: int) -> Floats:
    """The bounds of the paths drawn on a page, those inside forms included, one row
    ``(left, bottom, right, top)`` each.

    Args:
        most: how many objects of the page, and of all its forms together, are looked at.
    """
    count = min(max(raw.FPDFPage_CountObjects(ctypes.cast(page, raw.FPDF_PAGE)), 0), most)
    objects = list(map(_page_object, repeat(page), range(count)))
    kinds = list(map(_object_type, objects))
    found = [_bounds_of(objects, kinds)]
    if raw.FPDF_PAGEOBJ_FORM in kinds:
        waiting = [(one, np.eye(3), 0) for one in _of_kind(objects, kinds, raw.FPDF_PAGEOBJ_FORM)]
        room = most
        while waiting and room > 0:
            form, outer, depth = waiting.pop()
            inner = list(
                map(_form_object, repeat(form), range(min(max(_form_count(form), 0), room)))
            )
            room -= len(inner) + 1
            kinds = list(map(_object_type, inner))
            matrix = _object_matrix(form) @ outer
            found.append(_moved(_bounds_of(inner, kinds), matrix))
            if depth < _DEEPEST_FORM:
                forms = _of_kind(inner, kinds, raw.FPDF_PAGEOBJ_FORM)
                waiting += [(one, matrix, depth + 1) for one in forms]
    return np.concatenate(found)


def _of_kind(objects: Sequence[int], kinds: Sequence[int], wanted: int) -> list[int]:
    return [one for one, kind in zip(objects, kinds, strict=True) if kind == wanted]


def _bounds_of(objects: Sequence[int], kinds: Sequence[int]) -> Floats:
    paths = _of_kind(objects, kinds, raw.FPDF_PAGEOBJ_PATH)
    room, columns = _slots(len(paths), 4, size=4)
    deque(map(_bounds, paths, *columns), maxlen=0)
    return np.frombuffer(room, dtype=np.float32).reshape(-1, 4).astype(np.float64)


def _object_matrix(item: int) -> Floats:
    """What takes a row ``(x, y, 1)`` inside a form to where the form stands."""
    numbers = (_FLOAT * 6)()
    if not _item_matrix(item, ctypes.addressof(numbers)):
        return np.eye(3)
    a, b, c, d, e, f = numbers
    return np.array([[a, b, 0.0], [c, d, 0.0], [e, f, 1.0]])


def _moved(boxes: Floats, matrix: Floats) -> Floats:
    """Boxes ``(left, bottom, right, top)`` where a matrix puts them, and their bounds there."""
    one = np.ones(len(boxes))
    corners = np.stack(
        [np.stack([boxes[:, x], boxes[:, y], one], axis=1) @ matrix for x in (0, 2) for y in (1, 3)]
    )
    low, high = corners.min(axis=0), corners.max(axis=0)
    return np.stack([low[:, 0], low[:, 1], high[:, 0], high[:, 1]], axis=1)


_TYPE_BYTES = 128
_type_room = threading.local()


def element_type(element: int) -> str:
    """The kind of a structure element, such as P or H1; empty when it is longer than any kind."""
    room = getattr(_type_room, "buffer", None)
    if room is None:
        room = _type_room.buffer = ctypes.create_string_buffer(_TYPE_BYTES)
    length = int(_element_type(element, ctypes.addressof(room), _TYPE_BYTES))
    if not 2 <= length <= _TYPE_BYTES:
        return ""
    return ctypes.string_at(room, length - 2).decode("utf-16-le", "replace")


def element_children(element: int) -> list[tuple[int, int]]:
    """What a structure element holds: ``(marked content id or -1, element or 0)`` each."""
    count = _children(element)
    return [(_child_content(element, at), _child(element, at) or 0) for at in range(count)]
