package dev.rivulet.success.privacy;

import dev.rivulet.success.contact.ContactView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is held on a person here. */
@Schema(name = "PersonExport")
public record ExportView(
        ContactView contact,
        UUID accountId,
        @Schema(examples = "2025-03-01T09:30:00Z") Instant exportedAt,

        @Schema(
                examples =
                        "{\"answers\":[],\"usage\":[],\"messages\":[],\"optOuts\":[],\"promises\":[],\"tasks\":[],\"interactions\":[],\"timeline\":[]}",
                description = "By feature: rows as the feature shows them")
        Map<String, List<?>> parts) {}
