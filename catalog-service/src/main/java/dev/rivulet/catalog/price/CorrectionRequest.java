package dev.rivulet.catalog.price;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What a price should have been all the time. */
record CorrectionRequest(@NotNull @Valid PriceTerms terms) {}
