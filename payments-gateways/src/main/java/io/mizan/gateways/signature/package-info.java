/** The primitives that providers' signatures are made of. Knows no provider; what is signed is the adapter's business. */
package io.mizan.gateways.signature;
