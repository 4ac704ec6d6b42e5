package dev.rivulet.success.usage;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who holds a seat. */
@Schema(name = "LicenceAssignment")
public record LicenceAssignmentView(
        @Schema(examples = "user-4711") String userId,

        @Schema(examples = "2025-01-15", description = "The customer's local day")
        LocalDate assignedOn) {}
