package dev.rivulet.success.touch;

import dev.rivulet.success.touch.domain.TouchModel;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A manager's hours in a quarter, and whom they are for. */
@Schema(name = "ManagerCapacity")
public record CapacityView(
        @Schema(examples = "mila.horn@acme.example") String manager,
        @Schema(examples = "40.00") BigDecimal hoursPerWeek,
        @Schema(examples = "13") int weeks,
        @Schema(examples = "0.7500") BigDecimal utilisation,
        @Schema(examples = "0.1500") BigDecimal adminShare,
        @Schema(examples = "2.00") BigDecimal highTouches,
        @Schema(examples = "1.00") BigDecimal lowTouches,
        @Schema(examples = "8.00") BigDecimal hoursPerTouch,

        @Schema(
                examples = "331.50",
                description = "Hours for customers a quarter: hours per week × weeks × utilisation × (1 − admin share)")
        BigDecimal productiveHours,

        @Schema(examples = "48.00", description = "Given to customers")
        BigDecimal committedHours,

        @Schema(examples = "283.50", description = "Negative when hours were cut below what is given away")
        BigDecimal freeHours,

        @Schema(examples = "3", description = "Customers and prospects that take hours")
        int customers,

        @Schema(
                examples = "20",
                description = "Customers in high touch that fit into the hours, if there were no others")
        int highAccounts,

        @Schema(
                examples = "41",
                description = "Customers in low touch that fit into the hours, if there were no others")
        int lowAccounts) {

    static CapacityView of(ManagerLoad load) {
        var capacity = load.capacity();
        return new CapacityView(
                load.manager(),
                capacity.hoursPerWeek(),
                capacity.weeks(),
                capacity.utilisation(),
                capacity.adminShare(),
                capacity.highTouches(),
                capacity.lowTouches(),
                capacity.hoursPerTouch(),
                capacity.productiveHours(),
                load.committed(),
                load.free(),
                load.customers(),
                capacity.accounts(TouchModel.HIGH),
                capacity.accounts(TouchModel.LOW));
    }
}
