/** What administrators change, by one and by two, on real rows. */
package io.mizan.administration;
