package dev.rivulet.success.renewal;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.renewal.domain.RiskThresholds;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a tenant draws the lines of the risk of renewals. */
@Schema(name = "RenewalPolicyRequest", examples = """
        {"scoreFall": "10", "steepScoreFall": "25", "enoughUse": "0.8", "littleUse": "0.5", "unpaidDays": 30,
         "silentDays": 60, "manyReasons": 3, "goodReasons": 2}""")
public record RenewalPolicyRequest(
        @Schema(
                description = "Points the score must have fallen in 30 days to speak against a renewal, 1 to 100",
                type = SchemaType.STRING,
                examples = "10")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        @DecimalMin(value = "1", message = "{renewal-policy-range}")
        @DecimalMax(value = "100", message = "{renewal-policy-range}")
        BigDecimal scoreFall,

        @Schema(
                description = "Points that make the risk high, no fewer than scoreFall",
                type = SchemaType.STRING,
                examples = "25")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        @DecimalMin(value = "1", message = "{renewal-policy-range}")
        @DecimalMax(value = "100", message = "{renewal-policy-range}")
        BigDecimal steepScoreFall,

        @Schema(
                description =
                        "Share of the use expected of seats that speaks for a renewal, 0 to 1; less speaks against it",
                type = SchemaType.STRING,
                examples = "0.8")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        @DecimalMin(value = "0", message = "{renewal-policy-range}")
        @DecimalMax(value = "1", message = "{renewal-policy-range}")
        BigDecimal enoughUse,

        @Schema(
                description = "Share below which the risk is high, no more than enoughUse",
                type = SchemaType.STRING,
                examples = "0.5")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @NotNull
        @DecimalMin(value = "0", message = "{renewal-policy-range}")
        @DecimalMax(value = "1", message = "{renewal-policy-range}")
        BigDecimal littleUse,

        @Schema(
                examples = "30",
                description = "Days an invoice must be overdue to make the risk high, 1 to 365; fewer speak against it")
        @NotNull
        @Min(value = 1, message = "{renewal-policy-range}")
        @Max(value = 365, message = "{renewal-policy-range}")
        Integer unpaidDays,

        @Schema(examples = "60", description = "Days since the sponsor was met that speak against a renewal, 1 to 730")
        @NotNull
        @Min(value = 1, message = "{renewal-policy-range}")
        @Max(value = 730, message = "{renewal-policy-range}")
        Integer silentDays,

        @Schema(examples = "3", description = "So many reasons against a renewal make the risk high, 1 to 7")
        @NotNull
        @Min(value = 1, message = "{renewal-policy-range}")
        @Max(value = 7, message = "{renewal-policy-range}")
        Integer manyReasons,

        @Schema(examples = "2", description = "So many reasons for it, and none against it, make the risk low, 1 to 5")
        @NotNull
        @Min(value = 1, message = "{renewal-policy-range}")
        @Max(value = 5, message = "{renewal-policy-range}")
        Integer goodReasons) {

    /** What no single field can tell. */
    RiskThresholds thresholds() {
        if (steepScoreFall.compareTo(scoreFall) < 0) {
            throw Rejected.unprocessable("renewal-policy-order", "/steepScoreFall");
        }
        if (littleUse.compareTo(enoughUse) > 0) {
            throw Rejected.unprocessable("renewal-policy-order", "/littleUse");
        }
        return new RiskThresholds(
                scoreFall, steepScoreFall, enoughUse, littleUse, unpaidDays, silentDays, manyReasons, goodReasons);
    }
}
