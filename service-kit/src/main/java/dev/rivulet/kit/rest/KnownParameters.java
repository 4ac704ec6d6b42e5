package dev.rivulet.kit.rest;

import dev.rivulet.kit.problem.Rejected;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an operation does not declare, so that a misspelt filter does not silently return
 * everything, and values that are not of the declared type, which the framework would answer with 404.
 */
public class KnownParameters {

    private final ConcurrentHashMap<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var types = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::declared);
        given.forEach((name, values) -> {
            var type = types.get(name);
            if (type == null) {
                throw Rejected.invalid("unknown-parameter", "?" + name, name);
            }
            values.forEach(value -> check(name, type, value));
        });
    }

    private static void check(String name, Class<?> type, String value) {
        if (value.indexOf('\0') >= 0) {
            throw Rejected.invalid("text-invalid", "?" + name);
        }
        try {
            parse(type, value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Rejected.invalid("parameter-invalid", "?" + name, name);
        }
    }

    private static Object parse(Class<?> type, String value) {
        if (type == UUID.class) {
            return UUID.fromString(value);
        }
        if (type == Integer.class || type == int.class) {
            return Integer.valueOf(value);
        }
        if ((type == Boolean.class || type == boolean.class) && !value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(value);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(value);
        }
        if (type == Instant.class) {
            return Instant.parse(value);
        }
        if (type.isEnum()
                && Arrays.stream(type.getEnumConstants())
                        .noneMatch(c -> c.toString().equals(value))) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private static Map<String, Class<?>> declared(Method method) {
        var types = new HashMap<String, Class<?>>();
        for (var parameter : method.getParameters()) {
            declare(types, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    declare(types, field, field.getType());
                }
            }
        }
        return types;
    }

    private static void declare(Map<String, Class<?>> types, AnnotatedElement element, Class<?> type) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            types.put(query.value(), type);
        }
    }
}
