package dev.rivulet.kit.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies that are not JSON where an operation does not say what else it takes: of a plain text the framework
 * would make any body that has nothing but a text.
 */
public class JsonBodies {

    private final ConcurrentHashMap<Method, Boolean> json = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var type = request.getMediaType();
        var method = resource.getResourceMethod();
        if (type != null
                && method != null
                && !type.getSubtype().endsWith("json")
                && json.computeIfAbsent(method, JsonBodies::takesJson)) {
            throw new NotSupportedException();
        }
    }

    private static boolean takesJson(Method method) {
        return !method.isAnnotationPresent(Consumes.class)
                && !method.getDeclaringClass().isAnnotationPresent(Consumes.class)
                && Arrays.stream(method.getParameters()).anyMatch(JsonBodies::isBody);
    }

    private static boolean isBody(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .noneMatch(annotation ->
                        annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
    }
}
