package dev.rivulet.success.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that happened with a customer. */
@Schema(name = "TimelineEntry")
public record EntryView(
        UUID id,
        EntryKind kind,

        @Schema(
                examples = "2025-03-01T09:30:00Z",
                description = "Business time; the beginning of the customer's day where only the day is known")
        Instant occurredAt,

        @Schema(description = "What it happened to: an invoice, a task, an answer")
        UUID sourceId,

        @Schema(
                nullable = true,
                examples = "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14",
                description = "The person it is about")
        @Nullable
        UUID contactId,

        @Schema(
                nullable = true,
                examples = "They train twelve more managers in May",
                description = "What a person wrote")
        @Nullable
        String text,

        @Schema(
                examples = "{\"total\":\"49.00 EUR\",\"dueOn\":\"2025-03-15\"}",
                description = "By name, as texts; which there are depends on the kind")
        Map<String, String> facts) {}
