package io.mizan.order;

import io.mizan.money.Money;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Currency;
import java.util.Optional;

/** One line of what the amount is made of. Never changes. */
@Embeddable
@Access(AccessType.FIELD)
class OrderLine {
    @Column(name = "line_no")
    private int number;

    private String kind;
    private String sku;
    private String description;

    @Column(name = "unit_minor")
    private long unitMinor;

    private int quantity;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String computed;

    /** For the persistence provider only. */
    protected OrderLine() {}

    OrderLine(OrderSnapshot.Line line) {
        number = line.number();
        kind = line.kind();
        sku = line.sku().orElse(null);
        description = line.description();
        unitMinor = line.unit().amountMinor();
        quantity = line.quantity();
        amountMinor = line.amount().amountMinor();
        computed = line.computed();
    }

    OrderSnapshot.Line snapshot(Currency currency) {
        return new OrderSnapshot.Line(
                number,
                kind,
                Optional.ofNullable(sku),
                description,
                new Money(unitMinor, currency),
                quantity,
                new Money(amountMinor, currency),
                computed);
    }
}
