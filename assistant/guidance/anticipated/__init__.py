"""Which statement of the fiches a question is after, by the questions that editors anticipate.

People seldom use the words of a statement, so its editors write down what people may type who want
to know it. A question is compared with all of them at once: with the middle of those of each
statement, and of each fiche or part of the countries' fiches (Rocchio's classifier, in Salton, The
SMART Retrieval System, 1971).
"""
