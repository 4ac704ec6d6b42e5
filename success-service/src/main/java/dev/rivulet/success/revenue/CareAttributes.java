package dev.rivulet.success.revenue;

import dev.rivulet.success.care.CareChanged;
import dev.rivulet.success.care.CareView;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Tells accounts apart by what people say of them: the manager, and the attributes a tenant has declared. */
@Singleton
class CareAttributes {

    private final BeforeCommit beforeCommit;
    private final Cares cares;
    private final RevenueCopies copies;

    CareAttributes(BeforeCommit beforeCommit, Cares cares, RevenueCopies copies) {
        this.beforeCommit = beforeCommit;
        this.cares = cares;
        this.copies = copies;
    }

    private record Changed(Set<UUID> accounts) {}

    void changed(@Observes CareChanged change) {
        beforeCommit
                .collect(Changed.class, () -> new Changed(new TreeSet<>()), this::follow)
                .accounts()
                .add(change.accountId());
    }

    private void follow(Changed changed) {
        var said = new HashMap<UUID, Map<String, String>>();
        cares.of(changed.accounts()).forEach((account, care) -> said.put(account, attributes(care)));
        copies.attributes(said);
    }

    /** A declared attribute that is called like one of the product's is not told apart by. */
    private static Map<String, String> attributes(CareView care) {
        var attributes = new HashMap<>(care.attributes());
        attributes.keySet().removeIf(Attributes::isBuiltIn);
        if (care.manager() != null) {
            attributes.put(Attributes.MANAGER, care.manager());
        }
        return attributes;
    }
}
