import { Trans } from '@lingui/react';
import type { ComponentType } from 'react';
import { Button } from '../../ui/Button.tsx';
import { type Late, late } from '../../ui/late.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { Section } from './sections.ts';

type NoProps = Readonly<Record<never, never>>;

const lateSection = (load: () => Promise<ComponentType<NoProps>>): Late<NoProps> =>
  late(load, {
    waiting: <Skeleton width="40%" height="3rem" />,
    failed: (again) => (
      <Notice tone="problem" title={<Trans id="manager.late.title" message="This section is missing" />}>
        <p>
          <Trans
            id="manager.late"
            message="The page keeps asking the station for it. What you typed in other sections is kept. If the station was updated, load this page anew in the browser."
          />
        </p>
        <Button onPress={again}>
          <Trans id="manager.retry" message="Try again" />
        </Button>
      </Notice>
    ),
  });

/** What each section shows, fetched when it is first opened or while the page rests. */
export const pages: Readonly<Record<Section, Late<NoProps>>> = {
  today: lateSection(() => import('../today/TodayPage.tsx').then((part) => part.TodayPage)),
  reports: lateSection(() => import('../reports/ReportsPage.tsx').then((part) => part.ReportsPage)),
  matters: lateSection(() => import('../matters/MattersPage.tsx').then((part) => part.MattersPage)),
  zones: lateSection(() => import('../zones/ZonesPage.tsx').then((part) => part.ZonesPage)),
  walk: lateSection(() => import('../walk/WalkPage.tsx').then((part) => part.WalkPage)),
  plan: lateSection(() => import('../plan/PlanPage.tsx').then((part) => part.PlanPage)),
  offers: lateSection(() => import('../offers/OffersPage.tsx').then((part) => part.OffersPage)),
  products: lateSection(() => import('../products/ProductsPage.tsx').then((part) => part.ProductsPage)),
  employees: lateSection(() => import('../employees/EmployeesPage.tsx').then((part) => part.EmployeesPage)),
  pager: lateSection(() => import('../pager/PagerPage.tsx').then((part) => part.PagerPage)),
  calling: lateSection(() => import('../calling/CallingPage.tsx').then((part) => part.CallingPage)),
  empathy: lateSection(() => import('../empathy/EmpathyPage.tsx').then((part) => part.EmpathyPage)),
  rota: lateSection(() => import('../rota/RotaPage.tsx').then((part) => part.RotaPage)),
  goodwill: lateSection(() => import('../goodwill/GoodwillPage.tsx').then((part) => part.GoodwillPage)),
  devices: lateSection(() => import('../access/DevicesPage.tsx').then((part) => part.DevicesPage)),
  beacons: lateSection(() => import('../beacons/BeaconsPage.tsx').then((part) => part.BeaconsPage)),
  questions: lateSection(() => import('../questions/QuestionsPage.tsx').then((part) => part.QuestionsPage)),
  store: lateSection(() => import('../store/StorePage.tsx').then((part) => part.StorePage)),
  look: lateSection(() => import('../look/LookPage.tsx').then((part) => part.LookPage)),
  printer: lateSection(() => import('../printer/PrinterPage.tsx').then((part) => part.PrinterPage)),
  transparency: lateSection(() => import('../transparency/TransparencyPage.tsx').then((part) => part.TransparencyPage)),
  rights: lateSection(() => import('../rights/RightsPage.tsx').then((part) => part.RightsPage)),
  radio: lateSection(() => import('../radio/RadioPage.tsx').then((part) => part.RadioPage)),
  network: lateSection(() => import('../network/NetworkPage.tsx').then((part) => part.NetworkPage)),
  audit: lateSection(() => import('../audit/AuditPage.tsx').then((part) => part.AuditPage)),
};
