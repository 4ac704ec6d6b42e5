package dev.rivulet.success.release;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which functions of the company know of which releases. */
@Singleton
class Acknowledgements {

    private final ReleaseTable releases;
    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final SecurityIdentity identity;

    Acknowledgements(ReleaseTable releases, Sql sql, Tenants tenants, TenantClock clock, SecurityIdentity identity) {
        this.releases = releases;
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.identity = identity;
    }

    /** Once for each function, by somebody who speaks for it. */
    @Transactional
    AcknowledgementView acknowledge(UUID release, Team team) {
        if (!identity.hasRole(team.role()) && !identity.hasRole(Roles.ADMIN)) {
            throw Rejected.forbidden("function-foreign", team);
        }
        releases.existing(release);
        var view = new AcknowledgementView(team, identity.getPrincipal().getName(), clock.now());
        var added = sql.update(
                "INSERT INTO release_acknowledgement (tenant_id, release_id, team, acknowledged_by, acknowledged_at)"
                        + " VALUES (?, ?, ?, ?, ?::timestamptz) ON CONFLICT DO NOTHING",
                tenants.current(),
                release,
                team.name(),
                view.acknowledgedBy(),
                view.acknowledgedAt().toString());
        if (added == 0) {
            throw Rejected.conflict("release-acknowledged", team);
        }
        return view;
    }

    /** Of each release that any function knows of, in the order of time. */
    Map<UUID, List<AcknowledgementView>> of(Collection<UUID> ids) {
        record Known(UUID release, AcknowledgementView view) {}
        var known = new HashMap<UUID, List<AcknowledgementView>>();
        sql.query(
                        "SELECT release_id, team, acknowledged_by, acknowledged_at FROM release_acknowledgement"
                                + " WHERE tenant_id = ? AND release_id = ANY (?::uuid[]) ORDER BY acknowledged_at, team",
                        row -> new Known(
                                row.getObject(1, UUID.class),
                                new AcknowledgementView(
                                        Team.valueOf(row.getString(2)),
                                        row.getString(3),
                                        row.getTimestamp(4).toInstant())),
                        tenants.current(),
                        ids.stream().map(UUID::toString).toArray(String[]::new))
                .forEach(one -> known.computeIfAbsent(one.release(), none -> new ArrayList<>())
                        .add(one.view()));
        return known;
    }
}
