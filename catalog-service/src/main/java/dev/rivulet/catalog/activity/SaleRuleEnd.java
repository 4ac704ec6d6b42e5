package dev.rivulet.catalog.activity;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of a rule. */
@Schema(examples = """
        {"validTo": "2027-01-01"}""")
record SaleRuleEnd(
        @Schema(description = "First day it no longer holds", examples = "2027-01-01") @NotNull
        LocalDate validTo) {}
