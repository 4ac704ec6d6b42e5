package dev.rivulet.success.value;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class MeasurementRepository implements PanacheRepositoryBase<Measurement, UUID> {}
