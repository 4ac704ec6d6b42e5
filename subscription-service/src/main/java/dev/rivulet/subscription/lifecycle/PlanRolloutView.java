package dev.rivulet.subscription.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.subscription.offer.Rollout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a version of a plan has come to those who subscribed to an older one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanRollout")
record PlanRolloutView(
        @Schema(examples = "0197a3f7-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID id,

        @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
        UUID planId,

        @Schema(examples = "Soft skills, monthly") String planName,
        @Schema(examples = "2") int planVersion,

        @Schema(
                examples = "AT_RENEWAL",
                description =
                        "AT_RENEWAL: with the next period; FROM: with the first period on" + " the day `from` or later")
        Rollout.Policy policy,

        @Nullable @Schema(examples = "2026-04-01", description = "Of FROM, in each account's zone")
        LocalDate from,

        @Schema(examples = "2026-03-02T09:30:00Z") Instant publishedAt,

        @Schema(examples = "true", description = "Whether all subscriptions that it concerns are counted below")
        boolean counted,

        @Schema(
                examples = "118",
                description = "Subscriptions whose change is decided; each shows it under its changes")
        long done,

        @Schema(
                examples = "3",
                description = "Subscriptions that keep what they have, since they end, or have none of"
                        + " the older versions any more")
        long leftOut,

        @Schema(examples = "1", description = "Subscriptions that could not be changed yet; see /billing-incidents")
        long failed,

        @Schema(examples = "0", description = "Subscriptions not looked at yet")
        long left) {

    static PlanRolloutView read(ResultSet row) throws SQLException {
        return new PlanRolloutView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                Rollout.Policy.valueOf(row.getString(5)),
                row.getObject(6, LocalDate.class),
                row.getTimestamp(7).toInstant(),
                row.getBoolean(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12));
    }
}
