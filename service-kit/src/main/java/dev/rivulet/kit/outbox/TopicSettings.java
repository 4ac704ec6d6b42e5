package dev.rivulet.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** The topics a service owns and creates when they are missing; an operator may create them with other settings. */
@ConfigMapping(prefix = "rivulet.kafka")
interface TopicSettings {

    /** By topic name. */
    Map<String, Topic> topics();

    /** Partitions of a topic created here: the largest number of replicas that can share its work. */
    @WithDefault("6")
    int partitions();

    /** Copies kept of a topic created here; 3 in a real cluster. */
    @WithDefault("1")
    short replicationFactor();

    /** One topic. */
    interface Topic {

        /** Keeps the last record of every key for ever; otherwise records go after the retention. */
        @WithDefault("false")
        boolean compacted();

        /** For ever unless said otherwise: whoever keeps a copy of facts must be able to build it anew. */
        @WithDefault("36500d")
        Duration retention();
    }
}
