package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a sales playbook as it stands after a change; people are certified on a published one.
 *
 * @param segmentId for whom; absent when it is for every segment of the product
 * @param steps how many steps it has
 * @param objections how many objections it answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaybookChanged(
        UUID id,
        UUID productId,
        @Nullable UUID segmentId,
        String title,
        String status,
        int playbookVersion,
        int steps,
        int objections) {

    public static final EventType TYPE =
            new EventType("catalog.playbook.state.v1", "dev.rivulet.catalog.playbook.changed.v1");
}
