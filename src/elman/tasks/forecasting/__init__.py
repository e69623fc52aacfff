"""Forecasts of numeric series: from a table to what comes next, and how surely."""
