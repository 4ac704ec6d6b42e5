package dev.rivulet.catalog.proposition;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proposition a deal is to be led with. */
@Schema(name = "PropositionAssignment")
record AssignmentView(
        UUID dealId,
        UUID propositionId,
        int propositionVersion,
        Role role,

        @Schema(examples = "Soft skills in ten minutes a day")
        String oneLiner) {}
