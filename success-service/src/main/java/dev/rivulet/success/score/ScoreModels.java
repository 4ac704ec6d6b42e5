package dev.rivulet.success.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The models of the score and their way from a draft into force. */
@ApplicationScoped
class ScoreModels {

    private final ModelVersionRepository versions;
    private final ScoredTenants scored;
    private final Backtests backtests;
    private final MergePatch patches;
    private final TenantClock clock;
    private final Tenants tenants;

    ScoreModels(
            ModelVersionRepository versions,
            ScoredTenants scored,
            Backtests backtests,
            MergePatch patches,
            TenantClock clock,
            Tenants tenants) {
        this.versions = versions;
        this.scored = scored;
        this.backtests = backtests;
        this.patches = patches;
        this.clock = clock;
        this.tenants = tenants;
    }

    /** A model and the version to name when changing it. */
    record Versioned(ScoreModelView view, long version) {

        static Versioned of(ModelVersion model) {
            return new Versioned(ScoreModelView.of(model), model.version);
        }
    }

    @Transactional
    Versioned add(ScoreModelRequest request) {
        request.check();
        var model = new ModelVersion();
        model.take(request);
        model.number = versions.nextNumber(tenants.current());
        model.status = ModelStatus.DRAFT;
        model.createdAt = clock.now();
        versions.persistAndFlush(model);
        return Versioned.of(model);
    }

    @Transactional
    Versioned get(UUID id) {
        return id.equals(NumberedModel.BUILT_IN.id()) ? builtIn() : Versioned.of(existing(id, versions.findById(id)));
    }

    /** In the order of their numbers; the built-in one is the first. */
    @Transactional
    List<ScoreModelView> page(UUID after, int limit) {
        var page = new ArrayList<ScoreModelView>();
        if (after.compareTo(NumberedModel.BUILT_IN.id()) < 0) {
            page.add(builtIn().view());
        }
        versions.page(after, limit - page.size()).forEach(model -> page.add(ScoreModelView.of(model)));
        return page;
    }

    /** In force as long as no other is for everyone. */
    private Versioned builtIn() {
        var replaced = versions.computed().stream()
                .anyMatch(model -> model.status == ModelStatus.ACTIVE && model.segment() == null);
        return new Versioned(
                ScoreModelView.builtIn(NumberedModel.BUILT_IN, replaced ? ModelStatus.RETIRED : ModelStatus.ACTIVE), 0);
    }

    /** What was tested of the draft before says nothing of it any more. */
    @Transactional
    Versioned change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var model = locked(id, ifMatch);
        if (model.status != ModelStatus.DRAFT) {
            throw Rejected.conflict("score-model-status", model.status);
        }
        var request = patches.apply(model.terms(), patch);
        request.check();
        model.take(request);
        backtests.forget(id);
        versions.flush();
        return Versioned.of(model);
    }

    @Transactional
    Versioned shadow(UUID id, @Nullable String ifMatch) {
        versions.hold(tenants.current());
        var model = locked(id, ifMatch);
        if (model.status == ModelStatus.DRAFT && versions.hasShadow(model.segmentId)) {
            throw Rejected.conflict("score-model-shadow-taken");
        }
        model.become(ModelStatus.SHADOW);
        return inForceChanged(model);
    }

    /** The model in force so far retires; all scores are computed again. */
    @Transactional
    Versioned activate(UUID id, @Nullable String ifMatch, @Nullable Waiver waiver) {
        versions.hold(tenants.current());
        var model = locked(id, ifMatch);
        model.requireNext(ModelStatus.ACTIVE);
        if (waiver == null && !backtests.speakFor(id)) {
            throw Rejected.conflict("score-model-untested");
        }
        versions.lockActive(model.segmentId).ifPresent(this::retire);
        model.become(ModelStatus.ACTIVE);
        model.waiver = waiver;
        model.activatedAt = clock.now();
        return inForceChanged(model);
    }

    @Transactional
    Versioned retire(UUID id, @Nullable String ifMatch) {
        versions.hold(tenants.current());
        var model = locked(id, ifMatch);
        var computed = model.status != ModelStatus.DRAFT;
        retire(model);
        return computed ? inForceChanged(model) : Versioned.of(model);
    }

    /** Written at once, before another takes its place in force. */
    private void retire(ModelVersion model) {
        model.become(ModelStatus.RETIRED);
        model.retiredAt = clock.now();
        versions.flush();
    }

    private Versioned inForceChanged(ModelVersion model) {
        versions.flush();
        scored.startGeneration();
        return Versioned.of(model);
    }

    private ModelVersion locked(UUID id, @Nullable String ifMatch) {
        if (id.equals(NumberedModel.BUILT_IN.id())) {
            throw Rejected.conflict("score-model-built-in");
        }
        var model = existing(id, versions.lock(id));
        Etag.require(ifMatch, model.version);
        return model;
    }

    private static ModelVersion existing(UUID id, @Nullable ModelVersion model) {
        if (model == null) {
            throw Rejected.notFound("score model", id);
        }
        return model;
    }
}
