package dev.rivulet.subscription;

import dev.rivulet.local.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Gives all tests of the module one application with PostgreSQL and Kafka. */
@WithTestResource(
        value = StackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "subscription"))
final class SubscriptionStack {

    private SubscriptionStack() {}
}
