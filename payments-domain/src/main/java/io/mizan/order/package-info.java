/** What a buyer agreed to pay for: its lines, its amount, what became of it. */
package io.mizan.order;
