import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

type Labels<Name extends string> = Readonly<Record<Name, string | number>>;

export interface CounterOf<Name extends string> {
  increase(labels: Labels<Name>, by?: number): void;
}
export interface GaugeOf<Name extends string> {
  set(labels: Labels<Name>, value: number): void;
  change(labels: Labels<Name>, by: number): void;
}
export interface HistogramOf<Name extends string> {
  observe(labels: Labels<Name>, value: number): void;
}

/** The figures of one app, in the text format of Prometheus. Names carry their unit: `_seconds`, `_bytes`, `_total`. */
export interface Metrics {
  counter<const Name extends string>(name: string, help: string, labels: readonly Name[]): CounterOf<Name>;
  gauge<const Name extends string>(name: string, help: string, labels: readonly Name[]): GaugeOf<Name>;
  histogram<const Name extends string>(
    name: string,
    help: string,
    labels: readonly Name[],
    bucketsSeconds?: readonly number[],
  ): HistogramOf<Name>;
  render(): Promise<string>;
  readonly contentType: string;
}

/** From a cached look-up to a model that takes its time. */
const DURATION_BUCKETS_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface MetricsOptions {
  /** Adds memory, event loop and garbage collection of this process; they watch it until it ends, so apps that come and go leave them out. */
  ofProcess: boolean;
}

export function createMetrics({ ofProcess }: MetricsOptions): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const options = (name: string, help: string, labels: readonly string[]) => ({ name, help, labelNames: labels, registers: [registry] });
  return {
    counter: (name, help, labels) => {
      const counter = new Counter(options(name, help, labels));
      return { increase: (values, by = 1) => counter.inc({ ...values }, by) };
    },
    gauge: (name, help, labels) => {
      const gauge = new Gauge(options(name, help, labels));
      return { set: (values, value) => gauge.set({ ...values }, value), change: (values, by) => gauge.inc({ ...values }, by) };
    },
    histogram: (name, help, labels, bucketsSeconds = DURATION_BUCKETS_SECONDS) => {
      const histogram = new Histogram({ ...options(name, help, labels), buckets: [...bucketsSeconds] });
      return { observe: (values, value) => histogram.observe({ ...values }, value) };
    },
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
