package dev.rivulet.subscription.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Partners as known here now. */
@ApplicationScoped
@Transactional
public class Partners {

    private static final String ACTIVE = "ACTIVE";

    private final PartnerRepository partners;

    Partners(PartnerRepository partners) {
        this.partners = partners;
    }

    /** Whether the partner sells: it has a contract, is trained, and is not suspended. */
    public boolean isActive(UUID id) {
        return partners.findByIdOptional(id)
                .filter(partner -> partner.status.equals(ACTIVE))
                .isPresent();
    }

    /** The tier it stands in, null when it has none or is not known, or there is no partner. */
    @Nullable
    public String tier(@Nullable UUID id) {
        return Optional.ofNullable(id)
                .flatMap(partners::findByIdOptional)
                .flatMap(partner -> Optional.ofNullable(partner.tier))
                .orElse(null);
    }
}
