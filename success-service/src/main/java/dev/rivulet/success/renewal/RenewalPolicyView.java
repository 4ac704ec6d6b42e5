package dev.rivulet.success.renewal;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rivulet.success.renewal.domain.RiskPolicy;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a tenant draws the lines of the risk of renewals. */
@Schema(name = "RenewalPolicy")
public record RenewalPolicyView(
        @Schema(examples = "1", description = "Quoted, it is the ETag to change this with; 0 while it is the usual one")
        long version,

        @Schema(examples = "renewal-risk-1.1", description = "As it stands beside every risk that it makes")
        String policy,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "10")
        BigDecimal scoreFall,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "25")
        BigDecimal steepScoreFall,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "0.8")
        BigDecimal enoughUse,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "0.5")
        BigDecimal littleUse,

        @Schema(examples = "30") int unpaidDays,
        @Schema(examples = "60") int silentDays,
        @Schema(examples = "3") int manyReasons,
        @Schema(examples = "2") int goodReasons) {

    static RenewalPolicyView of(RiskPolicy policy) {
        var lines = policy.thresholds();
        return new RenewalPolicyView(
                policy.version(),
                policy.name(),
                lines.scoreFall(),
                lines.steepScoreFall(),
                lines.enoughUse(),
                lines.littleUse(),
                lines.unpaidDays(),
                lines.silentDays(),
                lines.manyReasons(),
                lines.goodReasons());
    }
}
