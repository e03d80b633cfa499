import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { AssistantFiguresView } from '../../http/assistant-routes.ts';
import { jobs } from './gather.ts';
import { useAssistantPageWords } from './words.ts';

const colors = ['sea.7', 'sea.4', 'orange.6', 'grape.6', 'gray.6'];

/** What each day cost, by job. */
export function CostChart({ runs }: Pick<AssistantFiguresView, 'runs'>) {
  const words = useAssistantPageWords();
  const days = [...Map.groupBy(runs, ({ day }) => day)];
  const data = days.map(([day, own]) => ({
    day: day.slice(5).split('-').toReversed().join('/'),
    ...Object.fromEntries(
      jobs.map((job) => [
        words.jobs[job],
        own.filter((run) => run.job === job).reduce((total, { costUsd }) => total + costUsd, 0),
      ]),
    ),
  }));
  return (
    <div role="img" aria-label={words.costSays(days.length)}>
      <BarChart
        h={220}
        data={data}
        dataKey="day"
        type="stacked"
        series={jobs.map((job, index) => ({ name: words.jobs[job], color: colors[index] ?? 'gray.6' }))}
        withLegend
        legendProps={{ verticalAlign: 'bottom', height: 28 }}
        valueFormatter={(value) => `$${value.toFixed(4)}`}
        maxBarWidth={38}
        barProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
