package dev.rivulet.success.touch;

import dev.rivulet.success.touch.domain.Capacity;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The hours a manager has; what is left out is as usual. */
@Schema(name = "ManagerCapacityRequest", examples = """
        {"hoursPerWeek": "40", "weeks": 13, "utilisation": "0.75", "adminShare": "0.15", "highTouches": "2",
         "lowTouches": "1", "hoursPerTouch": "8"}""")
public record CapacityRequest(
        @NotNull
        @DecimalMin(value = "0", message = "{capacity-range}")
        @DecimalMax(value = "168", message = "{capacity-range}")
        @Schema(type = SchemaType.STRING, examples = "40", description = "Hours a week; 0 to 168")
        BigDecimal hoursPerWeek,

        @Min(value = 1, message = "{capacity-range}")
        @Max(value = 14, message = "{capacity-range}")
        @Schema(examples = "13", description = "Weeks of a quarter; left out, 13")
        @Nullable
        Integer weeks,

        @DecimalMin(value = "0", message = "{capacity-range}")
        @DecimalMax(value = "1", message = "{capacity-range}")
        @Schema(
                type = SchemaType.STRING,
                examples = "0.75",
                description = "Share of the hours that is work; left out, 0.75")
        @Nullable
        BigDecimal utilisation,

        @DecimalMin(value = "0", message = "{capacity-range}")
        @DecimalMax(value = "0.99", message = "{capacity-range}")
        @Schema(
                type = SchemaType.STRING,
                examples = "0.15",
                description = "Share of the work that customers never see; left out, 0.15")
        @Nullable
        BigDecimal adminShare,

        @DecimalMin(value = "0.1", message = "{capacity-range}")
        @DecimalMax(value = "1000", message = "{capacity-range}")
        @Schema(
                type = SchemaType.STRING,
                examples = "2",
                description = "Touches a quarter of a customer in high touch; left out, 2")
        @Nullable
        BigDecimal highTouches,

        @DecimalMin(value = "0.1", message = "{capacity-range}")
        @DecimalMax(value = "1000", message = "{capacity-range}")
        @Schema(
                type = SchemaType.STRING,
                examples = "1",
                description = "Touches a quarter of a customer in low touch; left out, 1")
        @Nullable
        BigDecimal lowTouches,

        @DecimalMin(value = "0.1", message = "{capacity-range}")
        @DecimalMax(value = "100", message = "{capacity-range}")
        @Schema(type = SchemaType.STRING, examples = "8", description = "Hours a touch takes; left out, 8")
        @Nullable
        BigDecimal hoursPerTouch) {

    Capacity capacity() {
        var usual = Capacity.USUAL;
        return new Capacity(
                hoursPerWeek,
                weeks == null ? usual.weeks() : weeks,
                utilisation == null ? usual.utilisation() : utilisation,
                adminShare == null ? usual.adminShare() : adminShare,
                highTouches == null ? usual.highTouches() : highTouches,
                lowTouches == null ? usual.lowTouches() : lowTouches,
                hoursPerTouch == null ? usual.hoursPerTouch() : hoursPerTouch);
    }
}
