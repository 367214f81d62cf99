package io.mizan.web.catalog;

import java.util.List;
import java.util.Optional;

/** A page of products. */
record ProductsView(List<ProductView> data, Optional<String> nextCursor) {}
