package dev.rivulet.success.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The models that scores are computed and explained by. */
@ApplicationScoped
class CurrentModels {

    private final ModelVersionRepository versions;
    private final ScoredTenants scored;

    CurrentModels(ModelVersionRepository versions, ScoredTenants scored) {
        this.versions = versions;
        this.scored = scored;
    }

    /** The count is read first: models that change in between are then counted as changed later. */
    @Transactional
    ModelsInForce inForce() {
        var generation = scored.generation();
        var active = new HashMap<UUID, NumberedModel>();
        var shadows = new HashMap<UUID, NumberedModel>();
        for (var version : versions.computed()) {
            (version.status == ModelStatus.ACTIVE ? active : shadows).put(version.segmentId, version.numbered());
        }
        return new ModelsInForce(generation, Map.copyOf(active), Map.copyOf(shadows));
    }

    /** Those of the ids that are the tenant's, and the built-in one. */
    @Transactional
    Map<UUID, NumberedModel> of(Collection<UUID> ids) {
        var models = new HashMap<UUID, NumberedModel>();
        models.put(NumberedModel.BUILT_IN.id(), NumberedModel.BUILT_IN);
        versions.of(ids).forEach(version -> models.put(version.id, version.numbered()));
        return models;
    }
}
