"""Links measured on pairs of passages marked by hand, beside measures of likeness that know no news."""
