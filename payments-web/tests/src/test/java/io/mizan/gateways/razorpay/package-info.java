/** Razorpay's adapter against Razorpay's simulator. */
package io.mizan.gateways.razorpay;
