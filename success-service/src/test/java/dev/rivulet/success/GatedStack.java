package dev.rivulet.success;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stack with Kafka out of reach. A test opens the way to it by a field of the type {@link Runnable}. */
public class GatedStack implements QuarkusTestResourceLifecycleManager {

    private final SuccessStack stack = new SuccessStack();
    private KafkaGate gate;

    /** An application of its own with this stack. */
    public static class Profile implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(GatedStack.class));
        }
    }

    @Override
    public Map<String, String> start() {
        var endpoints = new HashMap<>(stack.start());
        gate = KafkaGate.before(endpoints.get("kafka.bootstrap.servers"));
        endpoints.put("kafka.bootstrap.servers", gate.address());
        return endpoints;
    }

    @Override
    public void inject(TestInjector injector) {
        // A type of the JDK, because the test's class loader is another one.
        injector.injectIntoFields((Runnable) gate::open, new TestInjector.MatchesType(Runnable.class));
    }

    @Override
    public void stop() {
        gate.close();
        stack.stop();
    }
}
