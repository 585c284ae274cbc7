"""Suites, measures, runs and reports: how good is the assistant, and is it getting better?"""
