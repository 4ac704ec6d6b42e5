package dev.rivulet.kit.outbox;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The W3C trace context, carried through the outbox row and the Kafka header to the consumer. */
final class TraceContext {

    static final String HEADER = "traceparent";

    private TraceContext() {}

    static @Nullable String current() {
        var carrier = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, (map, key, value) -> {
            if (map != null) {
                map.put(key, value);
            }
        });
        return carrier.get(HEADER);
    }

    /** Runs work as a span of the trace that the event belongs to. */
    static void continuing(@Nullable String traceparent, String name, Runnable work) {
        var parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, GETTER);
        var span = GlobalOpenTelemetry.getTracer("rivulet")
                .spanBuilder(name)
                .setParent(parent)
                .startSpan();
        try (var scope = parent.with(span).makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }

    private static final TextMapGetter<@Nullable String> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(@Nullable String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return HEADER.equals(key) ? carrier : null;
        }
    };
}
