package dev.rivulet.success.care;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AttributeRepository implements PanacheRepositoryBase<Attribute, String> {}
