package dev.rivulet.success.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ReceivableRepository implements PanacheRepositoryBase<Receivable, UUID> {}
