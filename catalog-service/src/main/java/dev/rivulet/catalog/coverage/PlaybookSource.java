package dev.rivulet.catalog.coverage;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rivulet.catalog.playbook.Playbooks;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

@Singleton
class PlaybookSource implements CoverageSource {

    private final Playbooks playbooks;

    PlaybookSource(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    @Override
    public Asset asset() {
        return Asset.PLAYBOOK;
    }

    @Override
    public BiPredicate<UUID, UUID> covered() {
        var places = playbooks.published().stream()
                .map(playbook -> new Place(playbook.productId(), playbook.segmentId()))
                .collect(toUnmodifiableSet());
        return (product, segment) ->
                places.contains(new Place(product, segment)) || places.contains(new Place(product, null));
    }

    private record Place(UUID product, @Nullable UUID segment) {}
}
