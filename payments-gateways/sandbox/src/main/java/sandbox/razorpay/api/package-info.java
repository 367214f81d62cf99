/** Razorpay's API: Basic authentication, its paths, and errors that are nearly all a 400. */
package sandbox.razorpay.api;
