package dev.rivulet.success;

import dev.rivulet.local.StackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Gives all tests of the module one application with PostgreSQL and Kafka, and the topics of its producers. */
@WithTestResource(value = SuccessStack.class, scope = TestResourceScope.GLOBAL)
public class SuccessStack implements QuarkusTestResourceLifecycleManager {

    private final StackResource stack = new StackResource();

    @Override
    public Map<String, String> start() {
        stack.init(Map.of("database", "success"));
        var endpoints = stack.start();
        createTopics(endpoints.get("kafka.bootstrap.servers"));
        return endpoints;
    }

    private static void createTopics(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var topics = Producer.TOPICS.stream()
                    .map(name -> new NewTopic(name, 6, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        stack.stop();
    }
}
