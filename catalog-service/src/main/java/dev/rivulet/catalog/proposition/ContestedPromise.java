package dev.rivulet.catalog.proposition;

import java.util.UUID;

/** What the catalog reads of success-service's news that a customer no longer stands by its confirmation. */
record ContestedPromise(UUID promiseId) {

    static final String TYPE = "dev.rivulet.success.promise.contested.v1";
}
