package dev.rivulet.subscription.offer;

import java.time.Instant;
import java.util.UUID;

/** A version of a plan was published; told in the transaction that keeps it. */
public record VersionPublished(UUID planId, int version, String name, Rollout rollout, Instant publishedAt) {}
