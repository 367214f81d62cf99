package io.mizan.ledger;

import io.mizan.money.Money;

/** How much stands on an account for one order; debit positive, credit negative. */
public record Balance(String account, Money amount) {}
