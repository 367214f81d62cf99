package io.mizan.web.order;

import java.util.List;
import java.util.Optional;

/** A page of orders, newest first. */
record OrdersView(List<OrderView> data, Optional<String> nextCursor) {}
