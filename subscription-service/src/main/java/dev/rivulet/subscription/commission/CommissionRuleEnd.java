package dev.rivulet.subscription.commission;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when on a rule holds no longer. */
@Schema(name = "CommissionRuleEnd", examples = """
        {"validUntil": "2026-12-31"}""")
public record CommissionRuleEnd(
        @NotNull @Schema(examples = "2027-01-01", description = "First day it holds no longer; today at the earliest")
        LocalDate validUntil) {}
