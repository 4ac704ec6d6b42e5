package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value proposition, with what customers said of the promise. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ValueProposition")
record PropositionView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this proposition with")
        long version,

        UUID productId,
        UUID segmentId,

        @Schema(description = "What the versions of one proposition have in common")
        UUID lineId,

        @Schema(examples = "en") String locale,
        PropositionStatus status,

        @Schema(description = "Its part beside the other approved ones of the same product, segment and locale")
        @Nullable
        Role role,

        @Schema(description = "Its share of new deals beside theirs", examples = "100")
        int weight,

        @Schema(examples = "The benefit has no baseline", description = "Why the last review sent it back") @Nullable
        String returnReason,

        @Schema(description = "What a subscription is pinned to; a draft has the one it is going to be", examples = "1")
        int propositionVersion,

        @Schema(examples = "HR heads of retail chains") @Nullable
        String audience,

        @Schema(examples = "Soft skills in ten minutes a day")
        String oneLiner,

        @Schema(examples = "[\"Trainings cost a lot and nothing changes\"]")
        List<String> pains,

        @Schema(examples = "[\"To see who has learned what\"]")
        List<String> needs,

        @Schema(examples = "Ten minutes a day on the phone") String solution,
        List<Argument> arguments,

        @Schema(examples = "[\"A retailer: from 48 to 71 in ten weeks\"]")
        List<String> proof,

        List<UUID> caseStudyIds,
        Benefit benefit,
        EvidenceView evidence,
        Instant createdAt,
        @Nullable Instant approvedAt) {

    static PropositionView of(Proposition proposition, EvidenceView evidence) {
        return new PropositionView(
                proposition.id,
                proposition.version,
                proposition.productId,
                proposition.segmentId,
                proposition.lineId,
                proposition.locale,
                proposition.status,
                proposition.role,
                proposition.weight,
                proposition.returnReason,
                proposition.propositionVersion,
                proposition.audience,
                proposition.oneLiner,
                proposition.pains,
                proposition.needs,
                proposition.solution,
                proposition.arguments,
                proposition.proof,
                proposition.caseStudyIds,
                proposition.benefit,
                evidence,
                proposition.createdAt,
                proposition.approvedAt);
    }
}
