package dev.rivulet.catalog.proposition;

import dev.rivulet.catalog.proposition.PropositionRepository.Arena;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;

/** Lets one transaction at a time decide who is champion where. */
@Singleton
class Arenas {

    private final Sql sql;
    private final PropositionRepository propositions;

    Arenas(Sql sql, PropositionRepository propositions) {
        this.sql = sql;
        this.propositions = propositions;
    }

    /** The arena of a proposition, held until the transaction ends; the proposition is as it stands once it is held. */
    Arena lockedOf(Proposition proposition) {
        var decidedOn = proposition.version;
        var arena = new Arena(proposition.productId, proposition.segmentId, proposition.locale);
        sql.hold(arena.toString());
        // Whoever held it before may have decided on this very proposition.
        propositions.getEntityManager().refresh(proposition);
        if (proposition.version != decidedOn) {
            throw Rejected.stale(proposition.version);
        }
        return arena;
    }
}
