package dev.rivulet.subscription.deal;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when the customer may accept; what is quoted are the deal's lines. */
@Schema(name = "DealQuoteRequest", examples = """
        {"validUntil": "2026-06-30"}""")
public record QuoteRequest(
        @NotNull
        @Schema(
                examples = "2026-04-30",
                description = "The last day it can be accepted on, in the customer's zone; at most a year ahead")
        LocalDate validUntil) {}
