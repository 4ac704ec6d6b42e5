package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import has changed the codes of an edition. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivityEditionImported(
        UUID id, String scheme, String edition, @Nullable LocalDate validFrom, int codes, UUID jobId) {

    public static final EventType TYPE =
            new EventType("catalog.activity-edition.events.v1", "dev.rivulet.catalog.activity-edition.imported.v1");
}
