"""Dutch and English words of the field and of questions: tables to edit, rules of inflection."""
