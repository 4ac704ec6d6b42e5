package dev.rivulet.success.usage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a batch.
 *
 * @param accepted events that are durably in the usage log; they count shortly
 * @param rejected events that do not count, each with its first fault
 */
@Schema(name = "UsageReceipt")
public record UsageReceipt(@Schema(examples = "999") int accepted, List<Refusal> rejected) {

    /** One event that was not taken. */
    @Schema(name = "RejectedUsageEvent")
    public record Refusal(
            @Schema(examples = "3", description = "Position in the batch, from 0")
            int index,

            @Schema(examples = "quantity-invalid") String code,
            @Schema(examples = "/events/3/quantity") String pointer,

            @Schema(examples = "A quantity is a decimal greater than 0.")
            String detail) {}
}
